import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../desk.ts'
import { readSetUp, SET_UP_STEPS, type SetUpStep } from '../../features/installation/index.ts'
import type { SignIn } from '../../http/sign-in/index.ts'
import { LANGUAGES } from '../languages.ts'
import { sendPage, sendTo } from '../send.ts'
import { type PageParams, visitOf } from '../visit.ts'
import { NOTHING_TYPED, SetUpForm } from './form.ts'
import { setUpPage } from './set-up-page.ts'
import { isFromElsewhere, openSession, whoAsks } from './set-up-sessions.ts'
import { signInView } from './sign-in-page.ts'
import type { SetUpAdmin, SetUpAt, SetUpOptions, Step, StepView } from './step.ts'
import { charterStep } from './steps/charter-step.ts'
import { openClaim } from './steps/claim.ts'
import { companyStep } from './steps/company-step.ts'
import { hoursStep } from './steps/hours-step.ts'
import { mailStep } from './steps/mail-step.ts'
import { peopleStep } from './steps/people-step.ts'
import { setUpWords } from './words/index.ts'

const STEPS: Readonly<Record<SetUpStep, Step>> = {
  company: companyStep,
  people: peopleStep,
  mail: mailStep,
  hours: hoursStep,
  charter: charterStep,
}
const PLACES = ['', `/:language(^(?:${LANGUAGES.join('|')})$)`]
const MOST_BYTES = 65_536
/** A charter of the company’s own is a form field, in which a letter of some languages is six signs. */
const MOST_BYTES_OF_CHARTER = 4_194_304

type SetUpRequest = FastifyRequest<{ Params: PageParams & { readonly step?: string } }>

/**
 * `/setup`, until its steps are done; afterwards it leads to the desk. The first step is for whoever has the code, while
 * nobody can sign in; the others are for an administrator with a session. It goes on at the first step that is not done.
 */
export async function registerSetUp(
  app: FastifyInstance,
  desk: Desk,
  signIn: SignIn,
  options: SetUpOptions,
): Promise<void> {
  const { workspace } = options
  const claim = openClaim()

  const placeOf = async (request: SetUpRequest): Promise<SetUpAt | undefined> => {
    const state = await readSetUp(desk, workspace)
    const { step } = request.params
    const visit = await visitOf(desk, request, step === undefined ? '/setup' : `/setup/${step}`, async () => LANGUAGES)
    if (state.next === undefined || visit === undefined) return undefined
    return { desk, options, visit, say: setUpWords(visit.tongue.language), state, now: Date.now() }
  }

  const show = async (request: SetUpRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const at = await placeOf(request)
    if (at === undefined) return sendTo(reply, '/desk')
    if (!at.state.isClaimed) return sendPage(reply, setUpPage(at, 'company', claim.show(at)))
    const admin = await whoAsks(desk, signIn, workspace, request, reply)
    if (admin === undefined || admin === 'other') return askWho(reply, at, admin)
    const step = stepAsked(request, at)
    if (step === undefined) return sendTo(reply, at.visit.to(`/setup/${at.state.next}`))
    return sendPage(reply, setUpPage(at, step, await STEPS[step].show(at, admin)))
  }

  const take = async (request: SetUpRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const at = await placeOf(request)
    if (at === undefined) return sendTo(reply, '/desk')
    if (isFromElsewhere(request)) return sendTo(reply, at.visit.to('/setup'))
    const form = new SetUpForm(request.body)
    if (!at.state.isClaimed) return takeClaim(request, reply, at, form)
    if (request.params.step === 'sign-in') return takeSignIn(request, reply, at, form)
    const admin = await whoAsks(desk, signIn, workspace, request, reply)
    if (admin === undefined || admin === 'other') return askWho(reply, at, admin, 403)
    const step = stepAsked(request, at)
    if (step === undefined) return sendTo(reply, at.visit.to('/setup'))
    const outcome = await STEPS[step].take(at, admin, form)
    if (outcome === 'next') return sendTo(reply, at.visit.to('/setup'))
    return 'to' in outcome ? sendTo(reply, outcome.to) : answer(reply, at, step, outcome)
  }

  const takeClaim = async (request: SetUpRequest, reply: FastifyReply, at: SetUpAt, form: SetUpForm) => {
    const outcome = await claim.take(at, form)
    if (outcome !== 'claimed') return answer(reply, at, 'company', outcome)
    // Where this fails, signing in is asked for.
    await openSession(desk, signIn, { email: form.text('email'), password: form.raw('password') }, request, reply)
    return sendTo(reply, at.visit.to('/setup'))
  }

  const takeSignIn = async (request: SetUpRequest, reply: FastifyReply, at: SetUpAt, form: SetUpForm) => {
    const person = { email: form.text('email'), password: form.raw('password') }
    const became = await openSession(desk, signIn, person, request, reply)
    if (became === 'open') return sendTo(reply, at.visit.to('/setup'))
    const word = became === 'wrong' ? 'error-sign-in' : 'error-sign-in-often'
    return answer(reply, at, 'sign-in', signInView(at, form, [{ field: 'email', word }]))
  }

  const place: FastifyPluginAsync = async (scope) => {
    await scope.register(formbody, { bodyLimit: MOST_BYTES })
    for (const before of PLACES) {
      for (const path of ['/setup', '/setup/:step']) {
        scope.get(`${before}${path}`, show)
        scope.post(`${before}${path}`, take)
      }
      scope.post(`${before}/setup/:step(^charter$)`, { bodyLimit: MOST_BYTES_OF_CHARTER }, take)
    }
  }
  await app.register(place)
}

/** The step in the address, where it has been reached. */
function stepAsked({ params }: SetUpRequest, { state }: SetUpAt): SetUpStep | undefined {
  const step = SET_UP_STEPS.find((each) => each === params.step)
  const reached = SET_UP_STEPS.indexOf(state.next ?? 'company')
  return step !== undefined && SET_UP_STEPS.indexOf(step) <= reached ? step : undefined
}

function askWho(reply: FastifyReply, at: SetUpAt, who: Exclude<'other' | undefined, SetUpAdmin>, status = 200) {
  return sendPage(reply, setUpPage(at, 'sign-in', signInView(at, NOTHING_TYPED, [], who === 'other')), status)
}

function answer(reply: FastifyReply, at: SetUpAt, here: SetUpStep | 'sign-in', view: StepView): FastifyReply {
  const isWrong = view.errors !== undefined && view.errors.length > 0
  return sendPage(reply, setUpPage(at, here, view), isWrong ? 422 : 200)
}
