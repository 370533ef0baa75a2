/** The figures of `docs/retail-policy.md`, reckoned anew: written by `npm run bench -- retail`, compared by a test. */
import { type Judgement, type Judgements, namedBy } from './judge-tasks.ts'
import { MUTATIONS } from './neighbours.ts'
import { ACTIONS, type Task } from './shop.ts'

const BEGIN = '<!-- figures: written by npm run bench -- retail -->'
const END = '<!-- end of figures -->'

/** The figures that a page publishes. Throws where it has no place for them. */
export function publishedIn(page: string): string {
  const [begin, end] = placeIn(page)
  return page.slice(begin, end).trim()
}

/** The page with these figures in their place. Throws where it has none. */
export function withFigures(page: string, written: string): string {
  const [begin, end] = placeIn(page)
  return `${page.slice(0, begin)}\n${written}\n${page.slice(end)}`
}

function placeIn(page: string): readonly [number, number] {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`the page has no “${BEGIN}” … “${END}”`)
  return [begin + BEGIN.length, end]
}

/** The sentence of the policy that each call without a word in the charter rests on. */
const SENTENCES: Readonly<Record<string, string>> = {
  find_user_id_by_email: 'you have to authenticate the user identity by locating their user id via email',
  find_user_id_by_name_zip: 'or via name + zip code',
  calculate: 'none: a reckoning, which grants nothing',
  think: 'none: a note of the assistant to itself',
}

/** Actions by what the policy read by hand says, and by what the gate answered. */
export interface Confusion {
  readonly permitted: { readonly allowed: number; readonly refused: number }
  readonly forbidden: { readonly allowed: number; readonly refused: number }
}

export function confusionOf(judged: readonly Judgement[]): Confusion {
  const count = (isPermitted: boolean, isAllowed: boolean) =>
    judged.filter(({ against, answer }) => (against.size === 0) === isPermitted && answer.allowed === isAllowed).length
  return {
    permitted: { allowed: count(true, true), refused: count(true, false) },
    forbidden: { allowed: count(false, true), refused: count(false, false) },
  }
}

/** Is it refused by a clause whose sentence the action is against? */
export function isNamed({ against, answer }: Judgement): boolean {
  return !answer.allowed && namedBy(answer).some((name) => against.has(name))
}

/** All figures as Markdown. */
export function figures({ actions, neighbours }: Judgements, tasks: readonly Task[]): string {
  const called = actions.length + outsideOf(tasks).length
  const all = confusionOf(actions)
  const near = confusionOf(neighbours)
  const refused = neighbours.filter((each) => isNamed(each) && namedBy(each.answer).includes(each.mutation.refusedBy))
  return [
    `Permitted actions allowed: **${share(all.permitted.allowed, all.permitted.allowed + all.permitted.refused)}**. ` +
      `Forbidden neighbours refused by the clause that says so: **${share(refused.length, neighbours.length)}**. ` +
      `Actions outside the language: **${share(outsideOf(tasks).length, called)}**.`,
    '',
    ...table(
      ['', 'the gate allows', 'the gate refuses'],
      [
        ['actions of the tasks that the policy permits', all.permitted.allowed, all.permitted.refused],
        ['actions of the tasks that it forbids', all.forbidden.allowed, all.forbidden.refused],
        ['neighbours that it permits', near.permitted.allowed, near.permitted.refused],
        ['neighbours that it forbids', near.forbidden.allowed, near.forbidden.refused],
      ],
    ),
    '',
    '### By action',
    '',
    ...table(
      ['action', 'in the tasks', 'permitted', 'of these allowed', 'forbidden', 'of these refused'],
      ACTIONS.filter((name) => actions.some((each) => each.name === name)).map((name) => {
        const { permitted, forbidden } = confusionOf(actions.filter((each) => each.name === name))
        const [may, mayNot] = [permitted.allowed + permitted.refused, forbidden.allowed + forbidden.refused]
        return [`\`${name}\``, may + mayNot, may, permitted.allowed, mayNot, forbidden.refused]
      }),
    ),
    '',
    '### By neighbour',
    '',
    ...table(
      ['neighbour', 'clause to be named', 'tried', 'refused, and it is named'],
      MUTATIONS.map((mutation) => [
        mutation.name,
        mutation.refusedBy === 'beyond-limit' ? '`up to` of R1, R5' : mutation.refusedBy,
        neighbours.filter((each) => each.mutation === mutation).length,
        refused.filter((each) => each.mutation === mutation).length,
      ]),
    ),
    '',
    '### Actions of the tasks that the policy forbids',
    '',
    ...forbiddenLines(actions),
    '',
    '### Actions outside the language',
    '',
    ...outsideLines(tasks),
  ].join('\n')
}

function forbiddenLines(actions: readonly Judgement[]): readonly string[] {
  const forbidden = actions.filter(({ against }) => against.size > 0)
  const by = Map.groupBy(forbidden, ({ against }) => [...against].join(' and '))
  if (by.size === 0) return ['None.']
  return [...by].map(
    ([exclusions, some]) => `- Against ${exclusions}, ${some.length}: ${some.map(({ where }) => where).join('; ')}.`,
  )
}

function outsideOf(tasks: readonly Task[]): readonly string[] {
  return tasks.flatMap(({ outside }) => outside)
}

function outsideLines(tasks: readonly Task[]): readonly string[] {
  const by = Map.groupBy(outsideOf(tasks), (name) => name)
  if (by.size === 0) return ['None.']
  return [...by].map(
    ([name, some]) => `- \`${name}\`, ${some.length}: ${SENTENCES[name] ?? 'no sentence speaks of it'}.`,
  )
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)]
}

/** `727 of 727 (100 %)`, cut, never rounded up. */
function share(part: number, whole: number): string {
  return `${part} of ${whole} (${whole === 0 ? 0 : Math.floor((1000 * part) / whole) / 10} %)`
}
