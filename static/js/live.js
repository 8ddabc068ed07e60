// A part of a page that others change is fetched anew every few seconds. When what it is about has changed, the page is
// loaded once more; where somebody writes meanwhile she is told, and nothing she writes is taken away.
import { clear, say } from './notices.js'

const EVERY = 10000
const NOTICE = 'live-notice'

export function keepLive (root) {
  const place = root.querySelector('[data-live]')
  if (place) setTimeout(() => ask(place, standing(place)), EVERY)
}

// `began` is how it stood when the page was loaded: the rest of the page still shows that.
async function ask (place, began) {
  try {
    if (!document.hidden && !place.contains(document.activeElement)) await renew(place, began)
  } catch {
    // no connection: the next time may do
  }
  setTimeout(() => ask(place, began), EVERY)
}

async function renew (place, began) {
  const response = await fetch(place.dataset.live)
  if (response.redirected || !response.ok) return
  const next = new DOMParser().parseFromString(await response.text(), 'text/html').body
  const hasGoneOn = standing(next) !== began
  if (hasGoneOn && !isWriting()) return window.location.reload()
  place.replaceChildren(...next.childNodes)
  if (hasGoneOn) {
    say(NOTICE, 'The meeting has gone on. What you write stays here until you load the page.',
      { words: 'See how it stands', url: window.location.pathname })
  } else {
    clear(NOTICE)
  }
}

const isWriting = () => document.activeElement?.closest('form[data-autosave-url]') !== null

const standing = (part) => part.querySelector('[data-live-stands]')?.dataset.liveStands
