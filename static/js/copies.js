// Copies of unsaved words on this device. Without a connection they outlive the tab (localStorage); after a sign-out
// they live only as long as the tab (sessionStorage). Each is kept under its owner's token and goes once it is saved,
// or when somebody else signs in on this device.

const PREFIX = 'portal.words.'
const places = () => [window.localStorage, window.sessionStorage]

const key = (owner, url) => `${PREFIX}${owner} ${url}`

export function keep (owner, url, words, { outlivesTab }) {
  try {
    const [local, session] = places()
    const place = outlivesTab ? local : session
    place.setItem(key(owner, url), JSON.stringify(words))
    return true
  } catch {
    return false // storage is full or switched off: the page itself still holds the words
  }
}

export function kept (owner, url) {
  return everyCopy().find((copy) => copy.owner === owner && copy.url === url)?.words
}

export function drop (owner, url) {
  for (const place of safely(places, [])) place.removeItem(key(owner, url))
}

// All copies of one owner: those of pages she has left are saved from whichever page she opens next.
export function copiesOf (owner) {
  return everyCopy().filter((copy) => copy.owner === owner)
}

export function dropOthers (owner) {
  if (!owner) return
  for (const copy of everyCopy()) if (copy.owner !== owner) drop(copy.owner, copy.url)
}

function everyCopy () {
  return safely(() => places().flatMap((place) => Object.keys(place)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => ({ ...named(name), words: JSON.parse(place.getItem(name)) }))), [])
}

function named (name) {
  const [owner, url] = name.slice(PREFIX.length).split(' ')
  return { owner, url }
}

function safely (act, otherwise) {
  try {
    return act()
  } catch {
    return otherwise
  }
}
