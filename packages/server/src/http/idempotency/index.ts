export { markCarriedOut } from './carried-out.ts'
export { type KeptAnswer, keyedBy } from './claim-key.ts'
export { forgetAnswers } from './forget-answers.ts'
export { once } from './once.ts'
