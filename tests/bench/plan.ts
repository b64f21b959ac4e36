/** How much is measured. Whole seconds, but `warmUp`. */
export interface Plan {
  /** Every figure is the median of so many runs. */
  readonly runs: number;
  readonly rooms: number;
  /** How cost grows: once each. */
  readonly grown: readonly number[];
  readonly steadySeconds: number;
  readonly saturatedSeconds: number;
  /** Saturated, and not counted: compilers and caches settle. */
  readonly warmUpSeconds: number;
  /** Rooms in which people are weighed. */
  readonly weighedRooms: number;
  readonly restoredRooms: number;
  readonly joiningPeople: number;
}

export const wholePlan: Plan = {
  runs: 5,
  rooms: 20,
  grown: [1, 100, 250],
  steadySeconds: 8,
  saturatedSeconds: 4,
  warmUpSeconds: 2,
  weighedRooms: 100,
  restoredRooms: 1000,
  joiningPeople: 500,
};

/** To see that it works; its figures say nothing. */
export const quickPlan: Plan = {
  runs: 1,
  rooms: 3,
  grown: [1, 5],
  steadySeconds: 3,
  saturatedSeconds: 1,
  warmUpSeconds: 0.5,
  weighedRooms: 5,
  restoredRooms: 20,
  joiningPeople: 40,
};
