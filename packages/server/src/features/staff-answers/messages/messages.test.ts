import { describeMailWords } from '../../../../test/mail-words.ts'
import { en, type MessageKey } from './en.ts'
import { CATALOGUES, speaking } from './speak.ts'

describeMailWords({
  about: 'the words of mails about answering by mail',
  catalogues: CATALOGUES,
  keys: Object.keys(en) as MessageKey[],
  speaking,
  values: { number: '7' },
})
