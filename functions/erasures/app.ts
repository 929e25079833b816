// What the jobs of erasures need beside the common bag.
import type { ClosingApp, ErasingApp } from '#privacy/app.ts';

export interface ErasureApp extends ErasingApp, ClosingApp {}
