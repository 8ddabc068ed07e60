// A form's words as text, and back into the form. Files are never part of it.

const OURS = new Set(['csrfmiddlewaretoken', 'revision'])

export function wordsOf (form) {
  return [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !OURS.has(name))
}

export function encoded (words, revision) {
  const body = new URLSearchParams(words)
  body.set('revision', revision)
  return body.toString()
}

export function sameWords (one, other) {
  return JSON.stringify(one) === JSON.stringify(other)
}

// Hidden fields stay as the page has them: they say whose form it is, not what was written.
export function fill (form, words) {
  const wanted = new Map()
  for (const [name, value] of words) wanted.set(name, [...(wanted.get(name) ?? []), value])
  for (const control of form.elements) {
    if (!control.name || OURS.has(control.name) || ['hidden', 'file', 'submit', 'button'].includes(control.type)) continue
    set(control, wanted.get(control.name) ?? [])
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
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
