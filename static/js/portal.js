// Only improves pages: everything works and makes sense without it.
import {
  Button,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll
} from 'govuk-frontend'
import { Autosave } from './autosave.js'
import { offerCopies } from './clipboard.js'
import { watchConnection } from './connection.js'
import { followJob } from './jobs.js'
import { saveLeftovers } from './leftovers.js'
import { keepLive } from './live.js'
import { offerPasskeys } from './passkeys.js'
import { followKind } from './prompts.js'
import { watchSession } from './session.js'
import { countWords } from './words.js'

// GOV.UK Frontend's components start only where these classes stand; a module runs in no browser that lacks support.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

const used = [Button, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, ServiceNavigation, SkipLink]
for (const component of used) createAll(component)
countWords(document)
offerCopies(document)
followKind(document)
followJob(document)
keepLive(document)
offerPasskeys()
watchConnection()
watchSession()
saveLeftovers()
for (const form of document.querySelectorAll('form[data-autosave-url]')) new Autosave(form).start()
