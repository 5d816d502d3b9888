now = just now
minutes-ago = { $count } min ago
hours-ago = { $count } h ago
yesterday = yesterday
days-ago = { $count } days ago
today = today
tomorrow = tomorrow
in-days = in { $count } days
date = { $day }/{ $month }/{ $year }
month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
month-day = { $day }/{ $month }
month-day-week = { $weekday } { $day }/{ $month }
clock-time = { $hour }:{ $minute }
mon = Mon
tue = Tue
wed = Wed
thu = Thu
fri = Fri
sat = Sat
sun = Sun
