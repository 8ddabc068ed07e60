// Copy buttons: hidden until script is there; without it the box is selected and copied by hand.

export function offerCopies (root) {
  for (const button of root.querySelectorAll('button[data-copies]')) {
    const box = document.getElementById(button.dataset.copies)
    const told = button.parentElement.querySelector('[data-copied]')
    button.hidden = false
    button.addEventListener('click', async () => { told.textContent = await copied(box) })
  }
}

async function copied (box) {
  try {
    await navigator.clipboard.writeText(box.value)
    return 'Copied.'
  } catch {
    box.focus()
    box.select()
    return 'Selected. Copy it with the keys of your device.'
  }
}
