import { type Audience, audienceName } from '../../charter/index.ts'
import { audienceText } from '../words/target-words.ts'
import type { DifferencePart } from './difference.ts'
import { saysSides } from './difference-forms.ts'
import { plainPart } from './plain-part.ts'

/** For whom a clause is. */
export function audienceParts(old: Audience, fresh: Audience): DifferencePart[] {
  const says = saysSides('audience', {}, audienceName(old), audienceName(fresh))
  return plainPart('audience', audienceText(old), audienceText(fresh), says)
}
