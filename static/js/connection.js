// Says when the connection is lost and when it is back. A form that saves itself reports what it meets.
import { clear, say } from './notices.js'

const NOTICE = 'connection-notice'
const MOMENT = 6000
let isLost = false

export function watchConnection () {
  window.addEventListener('offline', lost)
  window.addEventListener('online', back)
  if (!navigator.onLine) lost()
}

export function lost () {
  isLost = true
  const keeps = document.querySelector('form[data-autosave-url]')
  say(NOTICE, keeps
    ? 'There is no connection. You can go on writing: your words are kept on this device until it is back.'
    : 'There is no connection. Wait until it is back before you send anything.')
}

export function back () {
  if (!isLost) return
  isLost = false
  say(NOTICE, 'The connection is back.')
  setTimeout(() => { if (!isLost) clear(NOTICE) }, MOMENT)
}
