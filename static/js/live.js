// A part of a page that others change is fetched anew every few seconds. When what it is about has changed, the page is
// loaded once more; where something is being written, it is left alone.

const EVERY = 10000

export function keepLive (root) {
  const place = root.querySelector('[data-live]')
  if (place) setTimeout(() => ask(place), EVERY)
}

async function ask (place) {
  try {
    if (!document.hidden && !place.contains(document.activeElement)) await renew(place)
  } catch {
    // no connection: the next time may do
  }
  setTimeout(() => ask(place), EVERY)
}

async function renew (place) {
  const response = await fetch(place.dataset.live)
  if (response.redirected || !response.ok) return
  const next = new DOMParser().parseFromString(await response.text(), 'text/html').body
  if (standing(next) !== standing(place)) return window.location.reload()
  place.replaceChildren(...next.childNodes)
}

const standing = (part) => part.querySelector('[data-live-stands]')?.dataset.liveStands
