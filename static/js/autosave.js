// A form that saves itself: data-autosave-url, data-autosave-revision, and an .app-saved element that says how it stands.
// The address answers 200 {revision, saved_at_text}, 409 {compare_url}, 401 or 403 when nobody is signed in any more.
import { back, lost } from './connection.js'
import { drop, keep, kept } from './copies.js'
import { encoded, fill, sameWords, wordsOf } from './fields.js'
import { clear, say } from './notices.js'
import { alive } from './session.js'
import { post, refreshTokens } from './token.js'

const QUIET = 2000
const LONGEST = 10000
const MINUTE = 60000
const RETRIES = [5000, 10000, 20000, 40000, 60000]
const MOST_AFTER_LEAVING = 60000 // browsers send at most 64 kB after a page has gone
const NOTICE = 'words-notice'

export class Autosave {
  constructor (form) {
    this.form = form
    this.url = form.dataset.autosaveUrl
    this.revision = form.dataset.autosaveRevision ?? '0'
    this.owner = document.body.dataset.owner
    this.status = document.querySelector('.app-saved')
    this.saved = wordsOf(form)
    this.isStopped = false
    this.isSending = false
    this.failures = 0
  }

  start () {
    this.restore()
    this.form.addEventListener('input', () => this.touched())
    this.form.addEventListener('change', () => this.touched())
    this.form.addEventListener('focusout', () => this.save())
    this.form.addEventListener('submit', (event) => this.submitted(event))
    document.addEventListener('visibilitychange', () => this.save({ keepalive: document.hidden }))
    window.addEventListener('pagehide', () => this.save({ keepalive: true }))
    window.addEventListener('online', () => this.save())
    window.addEventListener('beforeunload', (event) => { if (this.isUnsafe) event.preventDefault() })
  }

  get isUnsaved () {
    return !this.isStopped && !sameWords(this.form, wordsOf(this.form), this.saved)
  }

  // Leaving would lose something: unsaved words that are neither with the portal nor kept on this device.
  get isUnsafe () {
    return this.isUnsaved && !this.isKept
  }

  touched () {
    this.isKept = false
    if (this.failures) this.keepCopy()
    clearTimeout(this.quiet)
    this.quiet = setTimeout(() => this.save(), QUIET)
    this.longest ??= setTimeout(() => this.save(), LONGEST)
  }

  async save ({ keepalive = false } = {}) {
    this.forgetTimers()
    if (!this.isUnsaved || (this.isSending && !keepalive)) return
    const words = wordsOf(this.form)
    const body = encoded(words, this.revision)
    if (keepalive && body.length > MOST_AFTER_LEAVING) this.keepCopy()
    this.isSending = true
    try {
      const response = await post(this.url, body, { keepalive: keepalive && body.length <= MOST_AFTER_LEAVING })
      back()
      await this.answered(response, words)
    } catch {
      this.notReached()
    } finally {
      this.isSending = false
    }
    if (!this.failures && this.isUnsaved) this.touched()
  }

  async answered (response, words) {
    if (response.ok) return this.succeeded(await response.json(), words)
    if (response.status === 409) return this.met(await response.json())
    if ([0, 401, 403].includes(response.status)) return this.signedOut()
    this.failures += 1
    this.tell((await reasonIn(response)) ?? 'Not saved yet. The portal is tried again.')
    this.retry()
  }

  succeeded ({ revision, saved_at_text: at }, words) {
    this.revision = String(revision)
    const field = this.form.querySelector('input[name=revision]')
    if (field) field.value = this.revision
    this.saved = words
    this.failures = 0
    drop(this.owner, this.url)
    clear(NOTICE)
    alive()
    this.tell('Saved just now')
    clearTimeout(this.ageing)
    this.ageing = setTimeout(() => this.tell(`Saved at ${at}`), MINUTE)
  }

  // Somebody, probably the same person in a second tab, saved in between: nothing is overwritten, she chooses.
  met ({ compare_url: url }) {
    this.isStopped = true
    this.tell('Not saved here')
    say(NOTICE, 'This was also changed in another tab or on another device. Nothing is lost, and nothing more is saved from here.',
      { words: 'See both texts', url })
  }

  signedOut () {
    this.failures += 1
    this.keepCopy({ outlivesTab: false })
    this.tell('Not saved: you have been signed out')
    say(NOTICE, 'You have been signed out. Your words are kept on this page.',
      { words: 'Sign in in another tab', url: '/accounts/login/', inNewTab: true })
    this.retry()
  }

  notReached () {
    this.failures += 1
    lost()
    this.tell(this.keepCopy() ? 'Kept on this device until the connection is back' : 'Not saved: no connection')
    this.retry()
  }

  retry () {
    clearTimeout(this.again)
    this.again = setTimeout(() => this.save(), RETRIES[Math.min(this.failures, RETRIES.length) - 1])
  }

  keepCopy ({ outlivesTab = true } = {}) {
    const copy = { words: wordsOf(this.form), revision: this.revision }
    this.isKept = Boolean(this.owner) && keep(this.owner, this.url, copy, { outlivesTab })
    return this.isKept
  }

  // The copy carries the revision it was written on: where the portal has moved on since, its answer is 409.
  restore () {
    const copy = kept(this.owner, this.url)
    if (!copy) return
    if (sameWords(this.form, copy.words, this.saved)) return drop(this.owner, this.url)
    fill(this.form, copy.words)
    this.revision = copy.revision
    say(NOTICE, 'Your last words were kept on this device. They are back in the form.')
    this.touched()
  }

  submitted (event) {
    if (!navigator.onLine) {
      event.preventDefault()
      this.keepCopy()
      return lost()
    }
    refreshTokens(this.form)
    this.isStopped = true
    this.forgetTimers()
    drop(this.owner, this.url)
  }

  tell (words) {
    const place = this.status?.querySelector('strong') ?? this.status
    if (place && place.textContent !== words) place.textContent = words
  }

  forgetTimers () {
    clearTimeout(this.quiet)
    clearTimeout(this.longest)
    clearTimeout(this.again)
    this.longest = undefined
  }
}

// A refusal is a sentence that says what to do.
async function reasonIn (response) {
  try {
    return (await response.json()).error
  } catch {
    return undefined
  }
}
