// A page about long work tells how far it is without being reloaded; once the work is over the page is loaded once more.

const EVERY = 3000

export function followJob (root) {
  const place = root.querySelector('[data-job-standing]')
  if (place) setTimeout(() => ask(place), EVERY)
}

async function ask (place) {
  try {
    const response = await fetch(place.dataset.jobStanding, { headers: { Accept: 'application/json' } })
    if (response.redirected || !response.ok) return window.location.reload()
    const standing = await response.json()
    if (standing.is_over) return window.location.reload()
    tell(place, standing)
  } catch {
    // no connection: the next time may do
  }
  setTimeout(() => ask(place), EVERY)
}

function tell (place, { sentence, progress }) {
  const words = place.querySelector('[data-job-sentence]')
  if (words.textContent !== sentence) words.textContent = sentence
  place.querySelector('[data-job-progress]').value = progress
}
