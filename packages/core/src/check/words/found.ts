import type { Finding, FindingData, FindingForm, Place } from '../../charter/index.ts'
import { CHECK_CODES, codeOfForm } from '../../charter/index.ts'
import { givenOf, type Witness } from '../tables/witness.ts'
import { FINDING_SENTENCES, type Told } from './finding-sentences.ts'

/**
 * A finding of `check`: its sentence in English and as data, with the severity that its code has in the catalogue.
 * `told` is what the English sentence alone says, since screens show the witness by itself.
 */
export function found<Form extends FindingForm>(
  form: Form,
  place: Place,
  data: FindingData<Form>,
  witness?: Witness,
  told: Told = {},
): Finding {
  const { path, line, column } = place
  const code = codeOfForm(form)
  const { severity } = CHECK_CODES[code]
  const message = FINDING_SENTENCES[form](data, told)
  const finding = { code, severity, message, says: { form, data }, path, line, column }
  return witness === undefined ? finding : { ...finding, witness: givenOf(witness) }
}
