// Words kept on this device by a page that is no longer open are saved from whichever page the same person opens next.
import { copiesOf, drop, dropOthers } from './copies.js'
import { encoded } from './fields.js'
import { say } from './notices.js'
import { post } from './token.js'

export async function saveLeftovers () {
  const owner = document.body.dataset.owner
  if (!owner) return
  dropOthers(owner)
  const open = new Set([...document.querySelectorAll('form[data-autosave-url]')].map((form) => form.dataset.autosaveUrl))
  const left = copiesOf(owner).filter((copy) => !open.has(copy.url))
  const saved = await Promise.all(left.map(save))
  if (saved.some(Boolean)) say('words-notice', 'Words you wrote without a connection were kept on this device. They are now saved as a draft.')
}

async function save ({ owner, url, words: { words, revision } }) {
  try {
    const response = await post(url, encoded(words, revision))
    if (response.ok) drop(owner, url)
    return response.ok
  } catch {
    return false // still no connection: the copy stays for the next page
  }
}
