namespace Fincord.Domain.Trading;

/// <summary>Which part of a year a time is, for rates that are told per year.</summary>
public static class DayCount
{
    /// <summary>Actual/365 (Fixed), ISDA 2006 definitions 4.16(d): each day is a 365th of a year, in leap years, too.</summary>
    public static decimal Actual365(int days) => days / 365m;
}
