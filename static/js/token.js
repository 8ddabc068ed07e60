// The token every POST carries. Signing in again in another tab makes a new one, so the cookie is asked first.

const COOKIE = /(?:^|; )(?:__Host-|__Secure-)?csrftoken=([^;]+)/

export function token () {
  const kept = COOKIE.exec(document.cookie)
  return kept ? kept[1] : document.querySelector('input[name=csrfmiddlewaretoken]')?.value ?? ''
}

// A page open since before a new sign-in holds an old token: its forms get the present one before they are sent.
export function refreshTokens (form) {
  const kept = COOKIE.exec(document.cookie)
  const field = form.querySelector('input[name=csrfmiddlewaretoken]')
  if (kept && field) field.value = kept[1]
}

export function post (url, body, options = {}) {
  return fetch(url, {
    method: 'POST',
    body,
    redirect: 'manual',
    credentials: 'same-origin',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-CSRFToken': token(),
      'X-Requested-With': 'fetch',
      Accept: 'application/json'
    },
    ...options
  })
}
