using Longleaf.Documents;
using Longleaf.Platform.Files;
using Longleaf.Platform.Parsing;
using Longleaf.Platform.Usage;
using Microsoft.EntityFrameworkCore;

namespace Longleaf.Platform.Storage;

/// <summary>The metadata. Nothing in the model is of one database only.</summary>
internal sealed class PlatformContext(DbContextOptions<PlatformContext> options) : DbContext(options)
{
    public DbSet<AccountEntity> Accounts => Set<AccountEntity>();

    public DbSet<ApiKeyEntity> ApiKeys => Set<ApiKeyEntity>();

    public DbSet<FileEntity> Files => Set<FileEntity>();

    public DbSet<UsageRow> Usage => Set<UsageRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<FilePurpose>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<FileStatus>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<ReparseReason>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<DocumentFormat>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<DocumentFailureCode>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AccountEntity>(account =>
        {
            account.ToTable("accounts");
            account.Property(row => row.Name).HasMaxLength(64);
            account.HasIndex(row => row.Name).IsUnique();
        });

        modelBuilder.Entity<ApiKeyEntity>(key =>
        {
            key.ToTable("api_keys");
            key.Property(row => row.SecretHash).HasMaxLength(32);
            key.Property(row => row.Prefix).HasMaxLength(16);
            key.HasIndex(row => row.SecretHash).IsUnique();
            key.HasOne(row => row.Account).WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
        });

        modelBuilder.Entity<FileEntity>(file =>
        {
            file.ToTable("files");
            file.HasKey(row => row.Sequence);
            file.Property(row => row.Id).HasMaxLength(64).IsRequired();
            file.Property(row => row.ContentHash).HasMaxLength(64);
            file.Property(row => row.ContentMd5).HasMaxLength(24);
            file.Property(row => row.Description).HasMaxLength(1024);
            file.Property(row => row.Variant).HasMaxLength(32);
            file.Property(row => row.ReaderVersion).HasMaxLength(32);
            file.HasIndex(row => row.Id).IsUnique();
            file.HasIndex(row => row.Reparse).HasFilter("reparse IS NOT NULL");
            file.HasIndex(row => new { row.AccountId, row.CreatedAt, row.Sequence });
            file.HasIndex(row => new { row.AccountId, row.ContentHash });
            file.HasIndex(row => new { row.Status, row.NotBefore });
            file.HasOne(row => row.Account).WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
        });

        modelBuilder.Entity<UsageRow>(usage =>
        {
            // No foreign keys: what was used outlives who used it.
            usage.ToTable("usage");
            usage.Property<long>("Sequence").ValueGeneratedOnAdd();
            usage.HasKey("Sequence");
            usage.Property(row => row.Model).HasMaxLength(256);
            usage.Property(row => row.Outcome).HasMaxLength(32);
            usage.HasIndex(row => new { row.AccountId, row.SettledAt });
        });

        NameColumns(modelBuilder);
    }

    // snake_case, as people write SQL by hand.
    private static void NameColumns(ModelBuilder modelBuilder)
    {
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(string.Concat(property.Name.Select((letter, index) =>
                char.IsAsciiLetterUpper(letter) ? (index == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString())));
        }
    }
}
