export { TabLayout as default } from '../../../src/app/TabLayout.tsx'
