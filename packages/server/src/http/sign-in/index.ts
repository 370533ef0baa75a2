export { openSignIn, type Session, type SignIn } from './open-sign-in.ts'
export { CLIENT_ADDRESS, LONGEST_PASSWORD, SHORTEST_PASSWORD, type SignInOptions } from './sign-in-settings.ts'
export { addSignIn, endSessions, findSignIn, type NewSignIn, setPassword } from './sign-ins.ts'
