export { TabLayout as default } from '../../../src/shell/TabLayout.tsx'
