// A form's words as text, and back into the form. Files are never part of it.

const OURS = new Set(['csrfmiddlewaretoken', 'revision'])
const NOT_WRITTEN = ['hidden', 'file', 'submit', 'button']

export function wordsOf (form) {
  return [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !OURS.has(name))
}

export function encoded (words, revision) {
  const body = new URLSearchParams(words)
  body.set('revision', revision)
  return body.toString()
}

// Hidden fields say whose form it is and which tab, not what was written: they do not make two texts different.
export function sameWords (form, one, other) {
  const hidden = new Set([...form.querySelectorAll('input[type=hidden]')].map((field) => field.name))
  const written = (words) => JSON.stringify(words.filter(([name]) => !hidden.has(name)))
  return written(one) === written(other)
}

export function fill (form, words) {
  const wanted = new Map()
  for (const [name, value] of words) wanted.set(name, [...(wanted.get(name) ?? []), value])
  const boxes = new Set()
  for (const control of [...form.elements]) {
    if (!control.name || OURS.has(control.name) || NOT_WRITTEN.includes(control.type)) continue
    if (control.type === 'checkbox') boxes.add(control.name)
    set(control, wanted.get(control.name) ?? [])
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
  for (const name of boxes) keepUnseen(form, name, wanted.get(name) ?? [])
}

function set (control, values) {
  if (control.type === 'checkbox' || control.type === 'radio') {
    control.checked = values.includes(control.value)
  } else if (control.type === 'select-multiple') {
    for (const option of control.options) option.selected = values.includes(option.value)
  } else {
    control.value = values.shift() ?? ''
  }
}

// What was ticked in a list that this page does not show stays ticked.
function keepUnseen (form, name, values) {
  const seen = new Set([...form.querySelectorAll('input')].filter((box) => box.name === name).map((box) => box.value))
  for (const value of values.filter((each) => !seen.has(each))) {
    const field = Object.assign(document.createElement('input'), { type: 'checkbox', name, value, checked: true, hidden: true })
    form.append(field)
  }
}
