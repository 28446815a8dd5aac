export { PlanScreen as default } from '../../../src/plans/PlanScreen.tsx'
