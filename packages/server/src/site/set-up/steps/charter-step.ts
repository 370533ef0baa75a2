import { transaction } from '../../../db/index.ts'
import { prepareVersion } from '../../../features/charters/index.ts'
import {
  CHARTER_CURRENCIES,
  CHARTER_KINDS,
  type CharterTemplate,
  charterOfKind,
  likelyCurrency,
  publishFirst,
} from '../../../features/installation/index.ts'
import { html, joined } from '../../html.ts'
import { charterSentences } from '../charter-sentences.ts'
import { button, choicesField, formOf, selectField } from '../fields.ts'
import { NOTHING_TYPED, type SetUpForm } from '../form.ts'
import type { FieldError, SetUpAt, Step, StepView } from '../step.ts'

export const charterStep: Step = {
  show: (at) => view(at, NOTHING_TYPED, []),
  async take(at, admin, form) {
    const kind = kindOf(form)
    if (kind === undefined) return view(at, form, [{ field: 'kind', word: 'error-kind' }])
    const currency = currencyOf(at, form)
    if (!form.has('do', 'publish') || form.text('shown') !== kind) return view(at, form, [])
    const { desk, options } = at
    await publishFirst(desk, options.workspace, { source: sourceOf(at, kind, currency), by: admin.person })
    return 'next'
  },
}

function kindOf(form: SetUpForm): CharterTemplate | undefined {
  return CHARTER_KINDS.find((kind) => kind === form.text('kind'))
}

/** As chosen, else as the country and the zone let expect. */
function currencyOf({ state }: SetUpAt, form: SetUpForm): string {
  const chosen = CHARTER_CURRENCIES.find((currency) => currency === form.text('currency'))
  return chosen ?? likelyCurrency(state.hours?.country ?? '', state.workspace.zone)
}

function sourceOf({ desk, state }: SetUpAt, kind: CharterTemplate, currency: string): string {
  const { slug, zone, languages } = state.workspace
  if (state.hours === undefined) throw new Error('the hours come before the charter')
  return charterOfKind(desk.root, kind, { slug, zone, languages, hours: state.hours, currency })
}

async function view(at: SetUpAt, form: SetUpForm, errors: readonly FieldError[]): Promise<StepView> {
  const { visit, say, desk, options } = at
  const kind = kindOf(form)
  const action = visit.to('/setup/charter')
  const choice = choicesField(
    { say, errors },
    {
      name: 'kind',
      label: say('charter.kind'),
      type: 'radio',
      chosen: [kind ?? ''],
      choices: CHARTER_KINDS.map((value) => ({ value, label: say(`kind.${value}`) })),
    },
  )
  const currency = currencyOf(at, form)
  const names = new Intl.DisplayNames(visit.tongue.locale, { type: 'currency' })
  const money = selectField(
    { say, errors },
    {
      name: 'currency',
      label: say('charter.currency'),
      value: currency,
      choices: CHARTER_CURRENCIES.map((value) => ({ value, label: `${value} – ${names.of(value) ?? value}` })),
    },
  )
  const choose = html`<p>${say('charter.lead')}</p>${formOf(action, [choice, money], [button('show', say('charter.show'), kind !== undefined)])}`
  if (kind === undefined) return { content: choose, errors }
  const now = await transaction(desk.store, { workspace: options.workspace }, async (tx) => tx.now)
  const { charter, hash } = prepareVersion(sourceOf(at, kind, currency), { now, zoneData: desk.zoneData })
  // What is published is what was shown: its kind and its currency go with the form.
  const fields = joined(
    Object.entries({ kind, currency, shown: kind }).map(
      ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
    ),
  )
  const publish = formOf(
    action,
    [fields, html`<p>${say('charter.force')}</p>`],
    [button('publish', say('charter.publish'))],
  )
  const content = html`${choose}<div class="preview"><h2>${say('charter.preview')}</h2>${charterSentences(charter, hash, now, visit.tongue, say)}</div>${publish}`
  return { content, errors }
}
