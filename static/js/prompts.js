// The questions above long writing follow the kind that is chosen: data-prompts holds them per kind and field.

export function followKind (root) {
  for (const form of root.querySelectorAll('form[data-prompts]')) {
    const prompts = JSON.parse(form.dataset.prompts)
    form.addEventListener('change', ({ target }) => {
      if (target.name === 'kind' && prompts[target.value]) ask(form, prompts[target.value])
    })
  }
}

function ask (form, questions) {
  for (const [name, asked] of Object.entries(questions)) {
    const field = form.elements[name]
    if (!field) continue
    const list = listAbove(field)
    list.replaceChildren(...asked.map((question) => {
      const item = document.createElement('li')
      item.textContent = question
      return item
    }))
    list.hidden = asked.length === 0
  }
}

function listAbove (field) {
  const hint = document.getElementById(`${field.id}_hint`) ?? hintAbove(field)
  const list = hint.querySelector('.app-prompts') ?? document.createElement('ul')
  list.className = 'app-prompts'
  if (!list.isConnected) hint.append(list)
  return list
}

function hintAbove (field) {
  const hint = Object.assign(document.createElement('div'), { id: `${field.id}_hint` })
  field.before(hint)
  field.setAttribute('aria-describedby', `${hint.id} ${field.getAttribute('aria-describedby') ?? ''}`.trim())
  return hint
}
