using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Reminders;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans.Hosting;

/// <summary>Adds reminders to a silo.</summary>
public static class SiloBuilderReminderExtensions
{
    /// <summary>Adds reminders, but no place to keep them; without one the silo does not start.</summary>
    public static ISiloBuilder AddReminders(this ISiloBuilder builder) => builder.ConfigureServices(AddReminders);

    /// <summary>Adds reminders, but no place to keep them; without one the silo does not start.</summary>
    public static void AddReminders(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(ReminderService))) return;
        services.AddSingleton<ReminderService>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<ReminderService>());
        services.AddSingleton<IReminderRegistry, ReminderRegistry>();
        services.AddSingleton<ISiloValidator, ReminderOptionsValidator>();
    }

    /// <summary>Adds reminders that are kept in a database.</summary>
    public static ISiloBuilder UseAdoNetReminderService(this ISiloBuilder builder, Action<AdoNetReminderTableOptions> configureOptions) =>
        builder.UseAdoNetReminderService(options => options.Configure(configureOptions));

    /// <summary>Adds reminders that are kept in a database.</summary>
    public static ISiloBuilder UseAdoNetReminderService(
        this ISiloBuilder builder, Action<OptionsBuilder<AdoNetReminderTableOptions>> configureOptions) =>
        builder.AddReminders().ConfigureServices(services =>
        {
            configureOptions(services.AddOptions<AdoNetReminderTableOptions>());
            services.AddSingleton<IReminderTable>(provider => new AdoNetReminderTable(
                provider.GetRequiredService<IOptions<ClusterOptions>>().Value.ServiceId,
                provider.GetRequiredService<IOptions<AdoNetReminderTableOptions>>().Value));
        });
}

/// <summary>Keeps reminders in memory.</summary>
public static class SiloBuilderReminderMemoryExtensions
{
    /// <summary>Adds reminders that last as long as the silo.</summary>
    public static ISiloBuilder UseInMemoryReminderService(this ISiloBuilder builder) =>
        builder.AddReminders().ConfigureServices(services => services.AddSingleton<IReminderTable, MemoryReminderTable>());
}
