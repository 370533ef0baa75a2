import { hashOf } from '@avow/core'
import { transaction } from '../../../db/index.ts'
import { prepareVersion } from '../../../features/charters/index.ts'
import {
  CHARTER_CURRENCIES,
  CHARTER_KINDS,
  type CharterTemplate,
  charterOfKind,
  likelyCurrency,
  publishFirst,
  SCRATCH,
} from '../../../features/installation/index.ts'
import { type Html, html, joined } from '../../html.ts'
import { charterSentences } from '../charter-sentences.ts'
import { areaField, button, choicesField, formOf, selectField } from '../fields.ts'
import { NOTHING_TYPED, type SetUpForm } from '../form.ts'
import type { FieldError, SetUpAt, Step, StepView } from '../step.ts'
import { lookAtOwn, ownCharterView, sourceIn } from './own-charter.ts'

/** How a charter comes about: from one of a trade, from nothing, or from one that the company has. */
const WAYS = ['template', 'scratch', 'own'] as const
type Way = (typeof WAYS)[number]

export const charterStep: Step = {
  show: (at) => view(at, NOTHING_TYPED, []),
  async take(at, admin, form) {
    if (wayOf(form) === 'own') return takeOwn(at, admin.person, form)
    const template = templateOf(form)
    if (template === undefined) return view(at, form, [{ field: 'kind', word: 'error-kind' }])
    if (!form.has('do', 'publish') || form.text('shown') !== template) return view(at, form, [])
    const source = sourceOf(at, template, currencyOf(at, form))
    await publishFirst(at.desk, at.options.workspace, { source, by: admin.person })
    return 'next'
  },
}

/** What is published is what was looked at: another text is looked at first. */
async function takeOwn(at: SetUpAt, by: string, form: SetUpForm): ReturnType<Step['take']> {
  const source = sourceIn(form)
  if (source === '') return view(at, form, [{ field: 'source', word: 'error-source' }])
  const { prepared } = await lookAtOwn(at, source)
  if (!form.has('do', 'publish') || prepared === undefined || form.text('shown') !== hashOf(source))
    return view(at, form, [])
  await publishFirst(at.desk, at.options.workspace, { source, by })
  return { to: '/desk/charter/health' }
}

function wayOf(form: SetUpForm): Way {
  return WAYS.find((way) => way === form.text('way')) ?? 'template'
}

function templateOf(form: SetUpForm): CharterTemplate | undefined {
  return wayOf(form) === 'scratch' ? SCRATCH : CHARTER_KINDS.find((kind) => kind === form.text('kind'))
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
  const shown = errors.length > 0 ? undefined : await shownOf(at, form)
  return { content: html`${choose(at, form, errors, shown !== undefined)}${shown}`, errors }
}

/** The three ways, and what each asks for; the page shows what the chosen one needs. */
function choose(at: SetUpAt, form: SetUpForm, errors: readonly FieldError[], isShown: boolean): Html {
  const { visit, say } = at
  const ways = choicesField(
    { say, errors },
    {
      name: 'way',
      label: say('charter.way'),
      type: 'radio',
      chosen: [wayOf(form)],
      choices: WAYS.map((value) => ({ value, label: say(`way.${value}`) })),
    },
  )
  const kinds = choicesField(
    { say, errors },
    {
      name: 'kind',
      label: say('charter.kind'),
      type: 'radio',
      chosen: [form.text('kind')],
      choices: CHARTER_KINDS.map((value) => ({ value, label: say(`kind.${value}`) })),
    },
  )
  const names = new Intl.DisplayNames(visit.tongue.locale, { type: 'currency' })
  const money = selectField(
    { say, errors },
    {
      name: 'currency',
      label: say('charter.currency'),
      value: currencyOf(at, form),
      choices: CHARTER_CURRENCIES.map((value) => ({ value, label: `${value} – ${names.of(value) ?? value}` })),
    },
  )
  const own = areaField(
    { say, errors },
    { name: 'source', label: say('charter.source'), hint: say('charter.source-hint'), value: sourceIn(form) },
  )
  const fields = [
    ways,
    html`<div class="for-template">${kinds}</div>`,
    html`<div class="for-template">${money}</div>`,
    html`<div class="for-own">${own}</div>`,
  ]
  const asked = formOf(visit.to('/setup/charter'), fields, [button('show', say('charter.show'), isShown)])
  return html`<p>${say('charter.lead')}</p><div class="ways">${asked}</div>`
}

/** What a charter says, and how it is published; undefined where none was chosen yet. */
async function shownOf(at: SetUpAt, form: SetUpForm): Promise<Html | undefined> {
  const { say, desk, options } = at
  if (wayOf(form) === 'own') return shownOwn(at, form)
  const template = templateOf(form)
  if (template === undefined) return undefined
  const currency = currencyOf(at, form)
  const now = await transaction(desk.store, { workspace: options.workspace }, async (tx) => tx.now)
  const { charter, hash } = prepareVersion(sourceOf(at, template, currency), { now, zoneData: desk.zoneData })
  const preview = html`<div class="preview"><h2>${say('charter.preview')}</h2>${charterSentences(charter, hash, now, at.visit.tongue, say)}</div>`
  // What is published is what was shown: its kind and its currency go with the form.
  const kept = { way: wayOf(form), kind: form.text('kind'), currency, shown: template }
  return html`${preview}${publishForm(at, kept, say('charter.force'))}`
}

async function shownOwn(at: SetUpAt, form: SetUpForm): Promise<Html | undefined> {
  const source = sourceIn(form)
  if (source === '') return undefined
  const { say, visit } = at
  const own = await lookAtOwn(at, source)
  const { prepared, now } = own
  const looked = ownCharterView(own, say)
  if (prepared === undefined) return looked
  const { charter, hash } = prepared
  const preview = html`<div class="preview"><h2>${say('charter.preview')}</h2>${charterSentences(charter, hash, now, visit.tongue, say)}</div>`
  return html`${looked}${preview}${publishForm(at, { way: 'own', source, shown: hashOf(source) }, say('charter.own-force'))}`
}

function publishForm({ visit, say }: SetUpAt, kept: Readonly<Record<string, string>>, force: Html): Html {
  const fields = joined(
    Object.entries(kept).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`),
  )
  return formOf(
    visit.to('/setup/charter'),
    [fields, html`<p>${force}</p>`],
    [button('publish', say('charter.publish'))],
  )
}
