// The notices at the top of the page. They are live regions: text changes are read out politely and focus stays.

export function say (id, text, link) {
  const notice = document.getElementById(id)
  if (!notice) return
  const words = notice.querySelector('p') ?? notice
  const wanted = link ? `${text} ${link.words}` : text
  notice.classList.toggle('app-notice--shown', Boolean(text))
  if (words.textContent === wanted) return
  words.textContent = text
  if (link) words.append(' ', anchor(link))
  if (text) uncover(notice.parentElement)
}

// A notice that appears while somebody writes does not cover what she writes in.
function uncover (notices) {
  const field = document.activeElement
  if (!field || field === document.body || notices.contains(field)) return
  const covered = notices.getBoundingClientRect().bottom - field.getBoundingClientRect().top
  const fits = field.getBoundingClientRect().height < window.innerHeight / 2
  if (covered > 0 && fits) window.scrollBy({ top: -covered, behavior: 'instant' })
}

export function clear (id) {
  say(id, '')
}

function anchor ({ words, url, inNewTab }) {
  const link = document.createElement('a')
  link.className = 'govuk-link'
  link.href = url
  link.textContent = words
  if (inNewTab) link.target = '_blank'
  return link
}
