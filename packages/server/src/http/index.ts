export { type ApiHandlers, sendBytes } from './api/index.ts'
export { type AppOptions, buildApp, buildPartOfApp } from './build-app.ts'
export { connectBy } from './events/index.ts'
export { databaseCheck, type HealthCheck, metricsServer, openMetrics } from './health/index.ts'
export { forgetAnswers, markCarriedOut } from './idempotency/index.ts'
export {
  addSignIn,
  endSessions,
  findSignIn,
  type NewSignIn,
  openSignIn,
  type SignIn,
  setPassword,
} from './sign-in/index.ts'
