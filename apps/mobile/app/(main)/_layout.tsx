export { MainStack as default } from '../../src/shell/Stacks.tsx'
