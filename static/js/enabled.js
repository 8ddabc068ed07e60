// First in the body: GOV.UK Frontend's components start only when these classes stand there.
document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')
