export { PlanFormScreen as default } from '../../../../src/plans/PlanFormScreen.tsx'
