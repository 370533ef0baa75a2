export { openSignIn, type Session, type SignIn } from './open-sign-in.ts'
export { CLIENT_ADDRESS } from './sign-in-settings.ts'
export { addSignIn, endSessions, findSignIn, type NewSignIn, setPassword } from './sign-ins.ts'
