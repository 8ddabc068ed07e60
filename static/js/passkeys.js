// Passkeys: allauth's scripts speak with the device; this shows the way only where the device knows passkeys, and says
// in a sentence when it gave none.
export function offerPasskeys () {
  if (window.PublicKeyCredential) {
    for (const way of document.querySelectorAll('[data-passkeys]')) way.hidden = false
  }
  document.addEventListener('allauth.error', event => {
    const problem = document.getElementById('passkey-problem')
    if (!problem) return
    event.preventDefault()
    problem.className = 'govuk-error-message'
    problem.textContent = 'Your device gave no passkey. Try again, or go another way.'
  })
}
