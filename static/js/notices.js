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
