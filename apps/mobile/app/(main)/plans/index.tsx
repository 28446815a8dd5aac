export { PlansScreen as default } from '../../../src/plans/PlansScreen.tsx'
