export { registerReference } from './register-reference.ts'
