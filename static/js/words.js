// Word counts: the server prints the count; script keeps it fresh while someone writes.

export function words (text) {
  const trimmed = text.trim()
  return trimmed ? trimmed.split(/\s+/).length : 0
}

// `data-words` names the element that shows the count; `data-words-most` is the limit, if there is one.
export function countWords (root) {
  for (const field of root.querySelectorAll('textarea[data-words]')) {
    const out = document.getElementById(field.dataset.words)
    if (!out) continue
    const say = () => { out.textContent = sentence(words(field.value), Number(field.dataset.wordsMost)) }
    field.addEventListener('input', say)
    say()
  }
}

function sentence (count, most) {
  const said = `${count} ${count === 1 ? 'word' : 'words'}`
  if (!most) return said
  return count > most ? `${said}, ${count - most} over the ${most} that fit` : `${said} of at most ${most}`
}
