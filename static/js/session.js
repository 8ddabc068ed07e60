// Warns before a session ends, in words that do not hurry; says afterwards what happened. Tabs tell each other.
import { clear, say } from './notices.js'
import { post } from './token.js'

const NOTICE = 'session-notice'
const WARNING = 5 * 60
const LOOK = 10000
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('portal-session') : null
let lasts = 0
let endsAt = 0

export function watchSession () {
  lasts = Number(document.body.dataset.sessionEndsIn)
  if (!lasts) return
  prolong()
  channel?.addEventListener('message', ({ data }) => prolong(data))
  channel?.postMessage(lasts)
  document.addEventListener('visibilitychange', look)
  button()?.addEventListener('submit', stay)
  setInterval(look, LOOK)
}

// The portal has just answered, so the session starts anew, here and in the other tabs.
export function alive (seconds) {
  if (!lasts) return
  prolong(seconds)
  channel?.postMessage(lasts)
}

function prolong (seconds = lasts) {
  lasts = seconds
  endsAt = Date.now() + seconds * 1000
  look()
}

function look () {
  const left = Math.round((endsAt - Date.now()) / 1000)
  if (left > WARNING) return hide()
  if (left > 0) return warn(left)
  ended()
}

function warn (left) {
  const minutes = Math.ceil(left / 60)
  say(NOTICE, minutes > 1 ? `You will be signed out in ${minutes} minutes.` : 'You will be signed out in less than a minute.')
  if (button()) button().hidden = false
}

function ended () {
  say(NOTICE, 'You have been signed out because nothing was sent for a while. What stands on this page is still here.',
    { words: 'Sign in in another tab', url: '/accounts/login/', inNewTab: true })
  if (button()) button().hidden = true
}

function hide () {
  clear(NOTICE)
  if (button()) button().hidden = true
}

async function stay (event) {
  event.preventDefault()
  try {
    const response = await post(document.body.dataset.sessionKeep, '')
    if (response.ok) return alive(await secondsIn(response))
    if ([0, 401, 403].includes(response.status)) {
      endsAt = Date.now()
      return look()
    }
  } catch {
    // no connection: the notice about that says so, and the button stays
  }
  say(NOTICE, 'That did not reach the portal. Please press once more.')
}

// The answer may say how long the session lasts now; without a word it lasts as long as before.
async function secondsIn (response) {
  try {
    return (await response.json()).ends_in
  } catch {
    return undefined
  }
}

function button () {
  return document.querySelector(`#${NOTICE} form`)
}
