-- Counting the participants of a solution anew was planned anew at every change, for two thirds of its time. The best
-- plan is the same for every solution: the indexes by solution.
ALTER FUNCTION recount_solution(uuid) SET plan_cache_mode = force_generic_plan;
