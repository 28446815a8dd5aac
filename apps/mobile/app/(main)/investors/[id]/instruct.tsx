export { InstructScreen as default } from '../../../../src/instructions/InstructScreen.tsx'
