import type { Manifest } from '#kernel';
import { JoiningModule } from './joining.module.js';

export const joiningManifest: Manifest = { api: JoiningModule };
