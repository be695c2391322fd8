using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Longleaf.Platform.Storage;

/// <summary>For <c>dotnet ef migrations add</c>; no database is opened.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<PlatformContext>
{
    public PlatformContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PlatformContext>().UseSqlite("Data Source=:memory:").Options);
}
