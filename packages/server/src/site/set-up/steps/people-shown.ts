import { permissionsOf } from '@avow/contract'
import type { readStaff } from '../../../features/people/index.ts'
import { type Html, html, joined, NOTHING, theirId, theirs } from '../../html.ts'
import type { SetUpAt } from '../step.ts'
import { isApproving, POSITIONS, roleNameOf } from './people-roles.ts'

type Staff = Awaited<ReturnType<typeof readStaff>>

/** Who works here: what each may do, and which positions they hold. */
export function peopleList(at: SetUpAt, staff: Staff): Html {
  const people = staff.map(
    (person) =>
      html`<li>${theirs(person.name)} <span class="quiet">${theirId(person.email ?? '')}</span><br>${roleWords(at, person)}</li>`,
  )
  return html`<ul class="people">${joined(people)}</ul>`
}

function roleWords({ say, visit }: SetUpAt, { roles, positions }: Staff[number]): Html {
  const role = roleNameOf(roles)
  const held = POSITIONS.filter((position) => positions.includes(position))
  const names = visit.tongue.list(held.map((position) => say(`position.${position}`)))
  const words = [
    ...(role === undefined ? [] : [say(`role.${role}`)]),
    held.length === 0 ? say('people.no-position') : say('people.held', { names }),
  ]
  return joined(words, ' · ')
}

/** Says whether a second person could approve a change of the charter. */
export function whoApproves({ say, visit }: SetUpAt, staff: Staff): Html {
  const able = staff.filter(
    ({ roles, positions }) => permissionsOf(roles).has('charter.approve') && positions.some(isApproving),
  )
  if (able.length === 0) return NOTHING
  const names = visit.tongue.list(able.map(({ name }) => theirs(name)))
  const isOne = able.length < 2
  return html`<p class="${isOne ? 'promise-before' : 'quiet'}">${say(isOne ? 'people.one' : 'people.several', { names })} ${isOne && say('people.able')}</p>`
}
