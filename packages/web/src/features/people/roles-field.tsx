import type { Role } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import { ROLE_NAMES } from './role-names.ts'

interface RolesFieldProps {
  readonly roles: readonly Role[]
  readonly onChange: (roles: Role[]) => void
}

/** What somebody may do. */
export function RolesField({ roles, onChange }: RolesFieldProps) {
  const words = useWords()
  return (
    <fieldset className="field set">
      <legend className="label">{words.say('people.roles')}</legend>
      {ROLE_NAMES.map((role) => (
        <label key={role} className="check">
          <input
            type="checkbox"
            checked={roles.includes(role)}
            onChange={({ currentTarget }) =>
              onChange(ROLE_NAMES.filter((one) => (one === role ? currentTarget.checked : roles.includes(one))))
            }
          />
          {words.say(`role.${role}`)}
        </label>
      ))}
    </fieldset>
  )
}
