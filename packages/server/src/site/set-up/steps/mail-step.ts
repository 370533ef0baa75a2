import {
  defaultMailbox,
  lastTestMail,
  noteSetUp,
  sendTestMail,
  useMailbox,
} from '../../../features/installation/index.ts'
import { html, textOf, theirId } from '../../html.ts'
import { button, formOf, textField } from '../fields.ts'
import { SetUpForm } from '../form.ts'
import type { FieldError, SetUpAdmin, SetUpAt, Step, StepView } from '../step.ts'
import { isEmail } from './company-fields.ts'

/** An address that is there before anybody chose one. */
const UNCHOSEN = 'care@avow.example'

export const mailStep: Step = {
  async show(at, admin) {
    const { address = '' } = (await defaultMailbox(at.desk, at.options.workspace)) ?? {}
    return view(at, admin, new SetUpForm({ mailbox: address === UNCHOSEN ? '' : address }), [])
  },
  async take(at, admin, form) {
    const { desk, options, state } = at
    const address = form.text('mailbox')
    if (!isEmail(address)) return view(at, admin, form, [{ field: 'mailbox', word: 'error-email' }])
    const { name, zone } = state.workspace
    await useMailbox(desk.store, options.workspace, { address, name, zone })
    if (form.has('do', 'test')) {
      await test(at, admin)
      return view(at, admin, form, [])
    }
    await noteSetUp(desk.store, options.workspace, { mail: true })
    return 'next'
  },
}

async function test({ desk, options, state, say, visit }: SetUpAt, admin: SetUpAdmin): Promise<void> {
  const mailbox = await defaultMailbox(desk, options.workspace)
  if (mailbox === undefined) throw new Error('the mailbox is gone')
  await sendTestMail(desk, options.workspace, {
    to: admin.email,
    subject: textOf(say('test.subject', { company: state.workspace.name })),
    text: textOf(say('test.text', { address: mailbox.address })),
    language: visit.tongue.language,
    mailbox: mailbox.id,
  })
}

async function view(at: SetUpAt, admin: SetUpAdmin, form: SetUpForm, errors: readonly FieldError[]): Promise<StepView> {
  const { visit, say, options, desk } = at
  const field = textField(
    { say, errors },
    {
      name: 'mailbox',
      label: say('mailbox'),
      hint: say('mailbox.existing'),
      value: form.text('mailbox'),
      type: 'email',
    },
  )
  const passedOn = html`<p class="hint">${say('mailbox.hint', { port: options.smtpPort })}</p>`
  const last = await lastTestMail(desk, options.workspace)
  const became =
    last &&
    html`<p class="${last.state === 'failed' ? 'error' : 'news'}" role="status">${say(`test.${last.state}`, { address: theirId(last.to), error: last.error })}</p>`
  const out = html`<div><h3>${say('mail.out')}</h3><p>${say(options.isFolder ? 'mail.folder' : 'mail.server')}</p>${became}</div>`
  const buttons = [button('go', say('goOn')), button('test', say('mail.test', { address: theirId(admin.email) }), true)]
  return { content: formOf(visit.to('/setup/mail'), [field, passedOn, out], buttons), errors }
}
